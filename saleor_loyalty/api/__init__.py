"""GraphQL with graphene 2, knowing no host: it asks a `Viewer` who is calling."""
