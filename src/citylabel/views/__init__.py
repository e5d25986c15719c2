"""Views: from the catalogue to pages, tables, drawings and files."""
