"""An invented successor regulation of an invented office: what `docs/how-to/add-an-edition.md` asks for."""
