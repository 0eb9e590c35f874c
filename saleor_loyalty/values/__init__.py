"""Plain Python: no Django, no float, no clock. Everything above may use it."""
