"""Write the golden copies of the editions anew: only after a review, see docs/how-to/add-an-edition.md."""

from qabyldau.regulation.canonical import golden
from qabyldau.regulation.editions import every_edition
from tools.places import ROOT

FOLDER = ROOT / "tests" / "law" / "golden"


def main() -> None:
    FOLDER.mkdir(exist_ok=True)
    for edition in every_edition():
        (FOLDER / f"{edition.code}.txt").write_text(golden(edition), encoding="utf-8")
        print(f"wrote {edition.code}")


if __name__ == "__main__":
    main()
