"""Every kind of document has its picture, small enough to keep in the repository."""

from tools.pictures import IMAGES, listed

from ikmctl.render.documents import DOCUMENTS

MOST = 150_000


def test_each_kind_has_one_picture_and_one_line() -> None:
    again = "run `python tests/tools/pictures.py KIND` for what differs"
    assert list(listed()) == list(DOCUMENTS), again
    pictures = {path.stem: path for path in IMAGES.glob("*.png")}
    assert set(DOCUMENTS) <= set(pictures), again
    for kind in DOCUMENTS:
        assert pictures[kind].read_bytes().startswith(b"\x89PNG\r\n\x1a\n")
        assert pictures[kind].stat().st_size <= MOST
        assert f"]({kind}.png) |" in listed()[kind]
