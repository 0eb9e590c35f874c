"""A runnable shop around the plugin: Postgres on its own, and a real Saleor with the plugin in it."""
