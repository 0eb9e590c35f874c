"""Points, tiers and rewards for a Saleor shop."""

__version__ = "0.1.0"
