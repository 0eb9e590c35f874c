"""System checks: what would otherwise fail at the first order."""
