"""What a user may type where a repository is asked for."""

from __future__ import annotations

from pathlib import Path

import pytest

from data.address import Address, parse_address


@pytest.mark.parametrize(
    ("text", "url", "revision"),
    [
        ("https://github.com/owner/name", "https://github.com/owner/name", None),
        (" https://github.com/owner/name.git@v4.9.0 ", "https://github.com/owner/name.git", "v4.9.0"),
        ("https://github.com/owner/name@feature/new", "https://github.com/owner/name", "feature/new"),
        ("https://someone:secret@example.org/name@v1", "https://someone:secret@example.org/name", "v1"),
        ("git@github.com:owner/name.git@0123abc", "git@github.com:owner/name.git", "0123abc"),
        ("ssh://git@example.org:2222/name", "ssh://git@example.org:2222/name", None),
        ("file:///some/where@main", "file:///some/where", "main"),
        ("https://github.com/owner/name/tree/v4.9.0", "https://github.com/owner/name", "v4.9.0"),
        ("https://github.com/owner/name/commit/0123abc/", "https://github.com/owner/name", "0123abc"),
    ],
)
def test_addresses_are_understood(text: str, url: str, revision: str | None) -> None:
    """A user pastes what the browser or `git remote` shows, and would be told that there is no such folder."""
    assert parse_address(text) == Address(url, revision)


@pytest.mark.parametrize(
    "text", ["", ".", "/some/where", "mathlib", "a@b", "C:\\Lean", "~/lean@home", "../x:y", "https://", "ssh://x"]
)
def test_paths_and_names_are_no_addresses(text: str) -> None:
    """A local folder would be asked for on the network."""
    assert parse_address(text) is None


def test_a_folder_with_an_at_sign_is_itself(tmp_path: Path) -> None:
    """Half of the folder's name would be taken for a branch."""
    folder = tmp_path / "me@work" / "Änderung"
    folder.mkdir(parents=True)
    assert parse_address(folder.as_uri()) == Address(folder.as_uri())
    assert parse_address(f"{folder.as_uri()}@v1") == Address(folder.as_uri(), "v1")


def test_what_is_shown_holds_no_secret() -> None:
    """A token in an address would end up in logs and on screens."""
    assert str(Address("https://me:secret@example.org/x", "v1")) == "https://example.org/x@v1"
    assert Address("https://ghp_token@example.org/x").public_url == "https://example.org/x"
    assert Address("git@example.org:me/x.git").name == "x"
