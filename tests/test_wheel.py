"""The wheel: the program with its theme, wherever it is installed."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

ROOT = Path(__file__).parents[1]


def test_the_installed_wheel_builds_the_shipped_site_to_the_same_bytes(tmp_path: Path) -> None:
    """
    An office that installs the program and copies the site gets the same tree as the checkout.
    """
    subprocess.run(
        [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation",
         "--disable-pip-version-check", "--wheel-dir", str(tmp_path), str(ROOT)],
        check=True,
        cwd=tmp_path,
    )  # fmt: skip
    [wheel] = tmp_path.glob("*.whl")
    installed = tmp_path / "installed"
    zipfile.ZipFile(wheel).extractall(installed)
    site = tmp_path / "site"
    for name in ("catalogue", "content"):
        shutil.copytree(ROOT / name, site / name)
    shutil.copy(ROOT / "config.yaml", site)

    here = manifest(ROOT, ROOT, tmp_path / "from-checkout", with_path=ROOT)
    there = manifest(site, site, tmp_path / "from-wheel", with_path=installed)

    assert here == there


def manifest(site: Path, cwd: Path, output: Path, *, with_path: Path) -> bytes:
    """Build *site* in a process that imports the program from *with_path*."""
    code = (
        "import sys, generator, pathlib;"
        f"assert pathlib.Path(generator.__file__).is_relative_to({str(with_path)!r});"
        "from generator.cli import main; main()"
    )
    subprocess.run(
        [sys.executable, "-c", code, "build", "--site", str(site), "--output", str(output)],
        check=True,
        cwd=cwd,
        env={**os.environ, "PYTHONPATH": str(with_path)},
    )
    return (output / "manifest.json").read_bytes()
