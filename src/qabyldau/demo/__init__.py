"""The sample office, its sample year, and one told story: all of it invented, all of it done by acts."""
