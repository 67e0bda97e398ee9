"""`python -m qabyldau.regulation clause 29`: the law asked without the product around it."""

import sys

from qabyldau.regulation.cli import main

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
