"""The server behind `citylabel serve`: MkDocs' live-reload server, made fit for our builder."""
