"""A runnable shop around the plugin: Postgres alone, or a real Saleor with the plugin in it."""
