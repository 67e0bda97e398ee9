"""The working calendar as last ordered: days off move late, and every count says by which calendar."""
