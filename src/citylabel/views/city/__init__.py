"""The page of a place: where it stands, what was measured, what was found, and how to check it."""

from citylabel.views.city.page import city_page

__all__ = ["city_page"]
