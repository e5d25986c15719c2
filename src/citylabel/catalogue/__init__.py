"""The catalogue: everything loaded and concluded, indexed and immutable. Views ask it questions.

A large register does not fit into memory as records, so each place is read, checked, concluded and rendered once, and
what stays is its `Row`.
"""

from citylabel.catalogue.catalogue import Catalogue
from citylabel.catalogue.library import Library
from citylabel.catalogue.outlook import Ahead, row_then
from citylabel.catalogue.promise import Promise
from citylabel.catalogue.row import PledgeCount, Row, row_of
from citylabel.catalogue.summary import ActSummary

__all__ = ["ActSummary", "Ahead", "Catalogue", "Library", "PledgeCount", "Promise", "Row", "row_of", "row_then"]
