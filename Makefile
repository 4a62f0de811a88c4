# The one vocabulary for people and CI.  Everything is installed into .venv, pinned by the lock.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: site test coverage check docs bench serve lock clean

site: $(VENV)/.site  ## build the bundled site and say how to look at it
	@$(BIN)/gongkai build
	@echo "网站在 output/ 中：打开 output/index.html，或运行 make serve 在浏览器中预览。"
	@echo "The site is in output/: open output/index.html, or run 'make serve'."

serve: $(VENV)/.site  ## preview in the browser, rebuilt on every save
	@$(BIN)/gongkai serve

check: $(VENV)/.test  ## format, lint, types, the site's own check
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/gongkai check

test: $(VENV)/.test chromium  ## everything
	$(BIN)/python -m pytest --numprocesses auto --dist worksteal

coverage: $(VENV)/.test chromium  ## everything, and which lines no test reaches
	$(BIN)/python -m pytest --cov --numprocesses auto --dist worksteal

docs: $(VENV)/.test  ## write docs/reference.md anew
	$(BIN)/python docs/generate.py

bench: $(VENV)/.test  ## time and memory by stage
	$(BIN)/python -m bench.stages

$(VENV)/.site: pyproject.toml requirements.lock
	@$(PYTHON) -m venv $(VENV) || { echo "请先安装 / please install: apt-get install python3-venv" >&2; exit 1; }
	@$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	@$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/.test: $(VENV)/.site requirements-test.lock
	@$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements-test.lock
	@touch $@

# Debian's packages for the page tests: the browser, a Chinese font, what the driver links to.
PAGES := chromium fonts-noto-cjk fontconfig libatomic1

.PHONY: chromium
chromium:
	@[ -x /usr/bin/chromium ] && fc-list ':lang=zh' 2>/dev/null | grep -q . && \
	/sbin/ldconfig -p | grep -q 'libatomic\.so\.1' || \
	if [ "$$(id -u)" = 0 ]; then \
	  apt-get update -qq && DEBIAN_FRONTEND=noninteractive \
	  apt-get install -qq -y --no-install-recommends $(PAGES) >/dev/null; \
	else \
	  echo "页面测试需要浏览器等 / the page tests need a browser:  sudo apt-get install $(PAGES)" >&2; exit 1; \
	fi

lock:  ## pin what pyproject.toml allows
	$(BIN)/pip install --quiet pip-tools
	$(BIN)/pip-compile --quiet --no-strip-extras --generate-hashes --allow-unsafe --no-emit-index-url --no-emit-find-links --no-emit-trusted-host --output-file requirements.lock pyproject.toml requirements-build.in
	$(BIN)/pip-compile --quiet --no-strip-extras --generate-hashes --allow-unsafe --no-emit-index-url --no-emit-find-links --no-emit-trusted-host --constraint requirements.lock --extra cluster --extra test --output-file requirements-test.lock pyproject.toml requirements-build.in

clean:
	rm -rf $(VENV) .cache dist
