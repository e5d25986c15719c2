"""A quality label for user-centric cities and regions, from YAML records to a static site."""
