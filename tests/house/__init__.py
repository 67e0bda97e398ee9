"""The rules of our own house, held by tests because no linter knows them."""
