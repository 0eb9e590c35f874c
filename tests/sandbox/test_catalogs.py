"""A message nobody translated, or that nobody says any more, is found."""

import pytest

from sandbox.catalog_files import messages, read, write
from sandbox.catalogs import find_problems, update

CODE = """
from django.utils.translation import gettext as _, ngettext
_("Order %(order)s")
ngettext("%(n)s point", "%(n)s points", 2)
"""


@pytest.fixture
def package(tmp_path):
    (tmp_path / "texts.py").write_text(CODE)
    update(tmp_path, ["de"])
    translate(tmp_path, "Bestellung %(order)s", ("Ein Punkt", "%(n)s Punkte"))
    return tmp_path


def translate(package, *texts):
    catalog = read(package, "de")
    ordered = sorted(messages(catalog), key=lambda one: str(one.id))
    for message, text in zip(ordered, texts[::-1], strict=True):
        message.string = text
    write(package, "de", catalog)


def test_a_translated_catalog_has_no_problems(package):
    assert list(find_problems(package)) == []


def test_english_says_what_the_code_says(package):
    said = {message.id: message.string for message in messages(read(package, "en"))}
    assert said["Order %(order)s"] == "Order %(order)s"


def test_a_new_message_is_missing_in_every_language(package):
    (package / "more.py").write_text("from x import gettext\ngettext('New')")
    problems = list(find_problems(package))
    assert {problem.split(":")[0] for problem in problems} == {"de", "en"}
    assert all("missing" in problem and "New" in problem for problem in problems)


def test_an_update_takes_it_in_and_a_person_must_translate_it(package):
    (package / "more.py").write_text("from x import gettext\ngettext('New')")
    update(package)
    assert list(find_problems(package)) == ["de: not translated: 'New'"]


def test_a_message_nobody_says_any_more_is_stale(package):
    (package / "texts.py").write_text("")
    assert "stale" in next(find_problems(package))


def test_an_update_keeps_what_was_translated(package):
    update(package)
    assert list(find_problems(package)) == []


def test_a_language_said_to_be_complete_must_be(package):
    problems = list(find_problems(package, complete=["de", "fr"]))
    assert {problem.split(":")[0] for problem in problems} == {"fr"}
    assert sum("missing" in problem for problem in problems) == 2


def test_a_further_language_does_not_begin_in_english(package):
    update(package, ["fr"])
    assert set(find_problems(package)) == {
        "fr: not translated: ('%(n)s point', '%(n)s points')",
        "fr: not translated: 'Order %(order)s'",
    }


def test_a_form_of_the_plural_is_missing(package):
    file = package / "locale" / "de" / "LC_MESSAGES" / "django.po"
    file.write_text(file.read_text().replace('msgstr[1] "%(n)s Punkte"\n', ""))
    assert "de: not translated: ('%(n)s point', '%(n)s points')" in list(find_problems(package))


@pytest.mark.parametrize("call", ["N_('New')", "NN_('New', 'New')"])
def test_what_floors_without_django_say_is_taken_in(package, call):
    (package / "more.py").write_text(f"from x import N_, NN_\n{call}")
    assert all("New" in problem for problem in find_problems(package))
    assert len(list(find_problems(package))) == 2


def test_a_translation_must_keep_the_placeholders(package):
    translate(package, "Bestellung", ("Ein Punkt", "%(n)s Punkte"))
    assert list(find_problems(package)) == [
        "de: other placeholders than in the code: 'Order %(order)s'"
    ]


def test_a_text_that_was_not_compiled_is_found(package):
    text = package / "locale" / "de" / "LC_MESSAGES" / "django.po"
    text.write_text(text.read_text().replace("Bestellung", "Auftrag"))
    assert list(find_problems(package)) == ["de: the compiled catalog is another"]
