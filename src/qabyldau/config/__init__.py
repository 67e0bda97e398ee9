"""How an installation is put together: settings, addresses, which gateway serves which port."""
