"""The documentation is complete: an undocumented finding kind, field or word of a closed list fails the build."""

import json
import re
import tomllib
import typing
from pathlib import Path

import msgspec
import pytest

from reportedly.model import json_schema, records, terms

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
PAGES = sorted(
    [*DOCS.rglob("*.md"), *ROOT.glob("*.md"), *(ROOT / "examples").rglob("*.md"), *ROOT.glob("corpora/*.md")]
)


def sections(page: str) -> dict[str, str]:
    """Second-level sections of a reference page by their heading, without backticks."""
    parts = re.split(r"^## +(.+)$", (DOCS / "reference" / page).read_text("utf-8"), flags=re.M)
    return {name.strip("` "): body for name, body in zip(parts[1::2], parts[2::2], strict=True)}


STRUCTS = [
    value
    for value in vars(records).values()
    if isinstance(value, type) and issubclass(value, msgspec.Struct) and value is not msgspec.Struct
]


@pytest.mark.parametrize("record", STRUCTS, ids=lambda r: r.__name__)
def test_every_field_of_every_record_is_documented(record: type[msgspec.Struct]) -> None:
    body = sections("claims.md")[record.__name__]
    for field in msgspec.structs.fields(record):
        assert re.search(rf"^\|[^|]*`{field.encode_name}`[^|]*\|", body, re.M), field.encode_name


@pytest.mark.parametrize("name", [n for n, v in vars(terms).items() if typing.get_origin(v) is typing.Literal])
def test_every_word_of_every_closed_list_is_documented(name: str) -> None:
    page = (DOCS / "reference" / "claims.md").read_text("utf-8")
    assert [word for word in typing.get_args(getattr(terms, name)) if f"`{word}`" not in page] == []


def documented_kinds() -> set[str]:
    return set(re.findall(r"^\| `(\w+)` \|", (DOCS / "reference" / "findings.md").read_text("utf-8"), re.M))


def test_every_kind_that_a_rule_gives_is_documented() -> None:
    from reportedly.findings import registry

    assert {kind for rule in registry.all_rules() for kind in rule.kinds} <= documented_kinds()


def test_every_kind_in_the_gold_is_documented() -> None:
    items = [json.loads(path.read_text("utf-8")) for path in (ROOT / "corpora" / "gold").glob("*.json")]
    assert {finding["kind"] for item in items for finding in item["findings"]} <= documented_kinds()


def test_the_published_schema_is_current() -> None:
    published = json.loads((DOCS / "reference" / "schema.json").read_text("utf-8"))
    assert published == json.loads(json.dumps(json_schema())), "run `make schema`"


@pytest.mark.parametrize("page", PAGES, ids=lambda p: str(p.relative_to(ROOT)))
def test_inner_links_lead_somewhere(page: Path) -> None:
    text = re.sub(r"```.*?```", "", page.read_text("utf-8"), flags=re.S)
    for goal in re.findall(r"\]\(([^)\s]+)\)", text):
        if not re.match(r"https?:|mailto:", goal):
            path, _, anchor = goal.partition("#")
            target = (page.parent / path).resolve() if path else page
            assert target.exists(), goal
            if anchor and target.suffix == ".md":
                assert anchor in anchors(target), goal


def anchors(page: Path) -> set[str]:
    heads = re.findall(r"^#+ +(.+)$", page.read_text("utf-8"), re.M)
    return {re.sub(r"[^\w\- ]", "", head.lower()).replace(" ", "-") for head in heads}


def test_every_page_of_the_documentation_can_be_reached_from_its_index() -> None:
    index = (DOCS / "index.md").read_text("utf-8")
    for page in DOCS.rglob("*.md"):
        name = page.relative_to(DOCS).as_posix()
        assert name == "index.md" or name in index or f"({name.rpartition('/')[0]}/)" in index, name


def test_every_package_that_is_installed_is_named_with_its_licence() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    names = [re.split(r"[=<>\[; ]", line)[0] for line in project["dependencies"]]
    notice = (ROOT / "NOTICE").read_text("utf-8")
    assert [name for name in names if name not in notice] == []
