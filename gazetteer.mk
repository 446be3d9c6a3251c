# The gazetteer is built in an environment of its own: GPL and heavy build-time data never meet the product's.
GAZETTEER_VENV ?= build/gazetteer

.PHONY: gazetteer
gazetteer: $(GAZETTEER_VENV)/ready ## Build the embedded gazetteer from public registers
	$(GAZETTEER_VENV)/bin/python gazetteer_build/build.py --node $(GAZETTEER_VENV)/node_modules

$(GAZETTEER_VENV)/ready: gazetteer_build/requirements.txt gazetteer_build/package.json
	$(or $(PYTHON),python3) -m venv $(GAZETTEER_VENV)
	$(GAZETTEER_VENV)/bin/pip install --quiet --requirement gazetteer_build/requirements.txt
	cp gazetteer_build/package.json $(GAZETTEER_VENV)/
	npm install --prefix $(GAZETTEER_VENV) --no-audit --no-fund
	touch $@
