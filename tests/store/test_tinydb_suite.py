import importlib.metadata
import os
import re
import subprocess
import sys
import tarfile
from pathlib import Path

import pytest

VERSION = importlib.metadata.version("tinydb")

NO_QUERY_CACHE = "results of a query cache are shared and go stale, so the table keeps none"
OWN_NAME = "the classes say their own names"
NO_JSON_FILE = "it looks at the JSON file and its options; we write a folder"
ONLY_TABLES = "the storage holds tables of documents, the suite writes something else"
NO_CACHING = "it looks inside a cache before the storage; ours writes each change at once"
OWN_STORAGE = "the table asks its storage for single lines, so it works on ours only"
EMPTY_TABLE = "an empty table is no file"
TABLE_NAME = "a table's name is one word, since it is a file's"

DEVIATIONS = {
    "test_middlewares.py::test_caching_flush": NO_CACHING,
    "test_middlewares.py::test_caching_flush_manually": ONLY_TABLES,
    "test_middlewares.py::test_caching_json_write": NO_JSON_FILE,
    "test_middlewares.py::test_caching_write": ONLY_TABLES,
    "test_middlewares.py::test_caching_write_many": NO_CACHING,
    "test_storages.py::test_create_dirs": NO_JSON_FILE,
    "test_storages.py::test_encoding": NO_JSON_FILE,
    "test_storages.py::test_in_memory": ONLY_TABLES,
    "test_storages.py::test_json": ONLY_TABLES,
    "test_storages.py::test_json_invalid_mode_warning": NO_JSON_FILE,
    "test_storages.py::test_json_kwargs": NO_JSON_FILE,
    "test_storages.py::test_json_read": NO_JSON_FILE,
    "test_storages.py::test_read_once": OWN_STORAGE,
    "test_tables.py::test_lru_cache": NO_QUERY_CACHE,
    "test_tables.py::test_persist_table": EMPTY_TABLE,
    "test_tables.py::test_query_cache": NO_QUERY_CACHE,
    "test_tables.py::test_query_cache_size": NO_QUERY_CACHE,
    "test_tables.py::test_table_repr": OWN_NAME,
    "test_tinydb.py::test_drop_table": TABLE_NAME,
    "test_tinydb.py::test_query_cache": NO_QUERY_CACHE,
    "test_tinydb.py::test_repr": OWN_NAME,
    "test_tinydb.py::test_search": NO_QUERY_CACHE,
    "test_tinydb.py::test_search_path": NO_QUERY_CACHE,
}
"""Tests of TinyDB's that do not hold for our table and storage, and why they need not."""


@pytest.fixture(scope="module")
def suite(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """TinyDB's tests as its authors publish them, in the version that is installed."""
    archive = downloaded(request.config, tmp_path_factory.mktemp("download"))
    folder = tmp_path_factory.mktemp("suite")
    with tarfile.open(archive) as content:
        for member in content:
            if re.fullmatch(r"[^/]+/tests/(?!__init__)\w+\.py", member.name):
                member.name = Path(member.name).name
                content.extract(member, folder, filter="data")
    (folder / "pytest.ini").touch()
    return folder


def downloaded(config: pytest.Config, folder: Path) -> Path:
    """Return the source distribution, kept with pytest's cache; skip where it can't be had."""
    kept = config.cache.mkdir(f"tinydb-{VERSION}")
    if not any(kept.glob("*.tar.gz")):
        command = [
            sys.executable,
            "-m",
            "pip",
            "download",
            "--quiet",
            "--disable-pip-version-check",
        ]
        command += ["--retries", "0", "--no-deps", "--no-binary", "tinydb", f"tinydb=={VERSION}"]
        ran = subprocess.run(command, capture_output=True, text=True, check=False, cwd=folder)
        if ran.returncode:
            pytest.skip(f"pip could not fetch TinyDB's sources: {ran.stderr.strip()[-200:]}")
        (archive,) = folder.glob("*.tar.gz")
        archive.replace(kept / archive.name)
    return next(kept.glob("*.tar.gz"))


def run(suite: Path) -> tuple[set[str], set[str]]:
    """Return the names of the suite's tests that passed, and of those that ever failed."""
    command = [sys.executable, "-m", "pytest", "-p", "tests.store.tinydb_suite", "-rA", "-q"]
    root = Path(__file__).parents[2]
    ran = subprocess.run(
        [*command, "-p", "no:cacheprovider", "--tb=no", "--basetemp", str(suite / "tmp"), "."],
        capture_output=True,
        text=True,
        check=False,
        cwd=suite,
        env=os.environ | {"PYTHONPATH": str(root), "TMPDIR": str(suite), "PYTEST_ADDOPTS": ""},
    )
    results = re.findall(r"^(PASSED|FAILED|ERROR) ([^\s\[]+)", ran.stdout, re.MULTILINE)
    failed = {name for result, name in results if result != "PASSED"}
    return {name for _, name in results} - failed, failed


def test_tinydbs_own_suite_holds_but_for_what_is_listed(suite: Path) -> None:
    passed, failed = run(suite)

    assert set(DEVIATIONS) == failed
    assert len(passed) > 100
