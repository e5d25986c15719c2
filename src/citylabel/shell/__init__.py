"""The shell round every page, made by MkDocs: with `hooks/`, the only code that knows it.

What goes in is a `Publication`; what comes out is a folder of finished pages. Another generator
needs this package written anew, and nothing else.
"""
