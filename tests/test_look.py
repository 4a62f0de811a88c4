"""The preview's first look: each page by itself is the page that a build makes."""

from __future__ import annotations

from datetime import date

from generator.build import make
from generator.find import find
from generator.look import Look
from generator.plan import OF_ALL
from generator.render import theme_of
from generator.showing import Maker
from generator.showing import Site as Shown
from generator.store import Store

from .conftest import DAY, ROOT, Site


def test_every_page_alone_is_the_page_of_a_build():
    """
    Of the shipped site, whatever its writer.
    """
    found = find(ROOT)
    made = make(found, day=date(2026, 11, 23), today=DAY, store=Store(None), have={})
    assert made.catalogue
    look = Look(made.catalogue, *theme_of(found.theme))
    some = [one for one in made.rendered if not one.path.startswith(OF_ALL)][::17]

    assert 60 < len(some)
    assert [] == [one.path for one in some if look.page(one.path) != bytes(one.body or b"")]
    assert {None} == {
        look.page(one.path) for one in made.rendered[::17] if one.path.startswith(OF_ALL)
    }


def shown(site: Site) -> Shown:
    """A site that was made once."""
    begun = Shown(Maker(site.folder, None, lambda: DAY), lambda problems: None)
    assert begun.refresh()
    return begun


def test_what_was_saved_is_shown_before_the_rest_is_made(site):
    """
    A save that comes meanwhile leaves it at the look; the next scan makes all, and problems that
    no look sees are those of the build.
    """
    preview = shown(site)
    site.write("content/pages/guide.md", site.read("content/pages/guide.md") + "\n新的一段。\n")

    assert not preview.refresh({"content/pages/guide.md"}, lambda seconds: True)
    looked = preview.state
    assert looked.look
    assert "新的一段".encode() in looked.page("guide.html")[0]
    assert "新的一段".encode() not in looked.files["guide.html"]

    assert not preview.refresh(waited=lambda seconds: seconds == 0)  # saved while it is made
    assert preview.state.look

    assert preview.refresh()
    assert preview.state.look is None
    assert "新的一段".encode() in preview.state.files["guide.html"]
    assert not preview.refresh()


def test_a_look_tells_what_reading_tells(site):
    """
    A fault of form is shown with the page as it was, and goes with the next save.
    """
    preview = shown(site)
    good = site.read("catalogue/fields/fields.yaml")
    before = preview.state.page("index.html")
    site.write("catalogue/fields/fields.yaml", good.replace("name:", "nam:", 1))
    preview.refresh({"catalogue/fields"}, lambda seconds: True)

    assert "field-unknown" in {one.rule for one in preview.state.problems}

    site.write("catalogue/fields/fields.yaml", good)
    preview.refresh()

    assert "field-unknown" not in {one.rule for one in preview.state.problems}
    assert before == preview.state.page("index.html")


def test_a_look_reads_what_is_hinted_at_and_the_making_reads_all(site):
    """
    A watcher that drops a file costs time, not the file; one that was deleted is not known.
    """
    guide = site.read("content/pages/guide.md")
    site.write("content/pages/other.md", guide.replace("id: guide", "id: other"))
    preview = shown(site)
    for path in ("content/pages/guide.md", "content/pages/other.md"):
        site.write(path, site.read(path) + "\n新的一段。\n")
    preview.refresh({"content/pages/guide.md"}, lambda seconds: True)

    assert "新的一段".encode() in preview.state.page("guide.html")[0]
    assert "新的一段".encode() not in preview.state.page("other.html")[0]

    (site.folder / "content/pages/other.md").unlink()
    preview.refresh({"content/pages/other.md"}, lambda seconds: True)
    assert preview.state.look
    assert preview.state.look.page("other.html") is None

    assert preview.refresh()
    assert "新的一段".encode() in preview.state.files["guide.html"]
    assert "other.html" not in preview.state.files
