.PHONY: help all report table1 table2 table3 table4 table5 fig3 fig4 fig5 fig6 fig7 convergence pair-cosines sweeps test torture overhead test-mlflow test-tsne bench bench-peer bench-kernels doctor format clean

help: ## List these targets.
	@echo 'make TARGET, where TARGET is'
	@awk -F ':.*## ' '/^[a-z0-9-]+:.*## / { printf "  %-13s %s\n", $$1, $$2 }' Makefile

# table3 comes before table2, which would otherwise run the trials that both have side by side, and disturb their times.
PAPER = table1 table3 table2 table4 table5 fig3 fig4 fig5 fig6 fig7

all: ## Every table and figure of the paper (quick profile); what fails does not stop the others, and is named at the end.
	@trap 'exit 130' INT TERM; failed=; \
	for part in $(PAPER); do \
	  echo "== make $$part"; $(MAKE) --no-print-directory $$part || failed="$$failed $$part"; \
	done; \
	if [ -n "$$failed" ]; then echo "make all: failed:$$failed. What each of them printed says why." >&2; exit 1; fi

report: ## One page of all that was run, to be opened in a browser: results/report/index.html.
	@./psbench page

table1: ## Count the data sets that are found, beside Table 1; write and print the table.
	@./psbench data counts experiments/papers/asmr-iccv2021.yaml

table2: ## Train what is missing of Table 2 (quick profile), write and print the table.
	@./psbench run experiments/table2.yaml

table3: ## Training times beside the published ones; trials run one at a time, so that none disturbs another (quick profile).
	@./psbench run experiments/table3.yaml --per-device 1

table4: ## What pretraining, ASMR and the alignment loss contribute (quick profile).
	@./psbench run experiments/table4.yaml

table5: ## Variants of ASMR (quick profile).
	@./psbench run experiments/table5.yaml

fig3: ## Searches and what they find, as a picture (quick profile).
	@./psbench run experiments/fig3.yaml

fig4: ## Searches for combinations of attributes that no training image has, likewise (quick profile).
	@./psbench run experiments/fig4.yaml

fig5: ## The weights that ASMR learns, as a chart (quick profile).
	@./psbench run experiments/fig5.yaml

fig6: ## Categories and images in the space that is learned, with and without ASMR, by t-SNE (quick profile).
	@./psbench run experiments/fig6.yaml

fig7: ## The same searches with and without ASMR (quick profile).
	@./psbench run experiments/fig7.yaml

convergence: ## Losses and validation rank-1 over epochs, as charts (quick profile).
	@./psbench run experiments/convergence.yaml

pair-cosines: ## Cosines of pairs of prototypes against delta, as charts (quick profile).
	@./psbench run experiments/pair-cosines.yaml

sweeps: ## lambda, sigma and gamma over a grid, as charts (quick profile).
	@./psbench run experiments/sweep-lambda.yaml
	@./psbench run experiments/sweep-sigma-gamma.yaml

test: ## Compile with static checks, run all tests, check the format.
	@bash -c 'set -o pipefail; mvn -B -ntp -Dstyle.color=never verify 2>&1 | .ci/brief'

torture: ## Kill a sweep a hundred times and compare its bytes with one left in peace; takes up to 15 minutes.
	@mvn -q -B -ntp -Dstyle.color=never -Dtests.left.out= -Dtest=TortureTest -Dsurefire.failIfNoSpecifiedTests=true test
	@cat target/torture.md

overhead: ## Measure how commands slow down as a store grows, and what a trial costs besides training; takes some minutes.
	@./psbench --version >/dev/null
	@mvn -q -B -ntp -Dstyle.color=never -Dtests.left.out= -Dtest=OverheadTest -Dsurefire.failIfNoSpecifiedTests=true test
	@cat target/overhead.md

test-mlflow: ## Export to MLflow's own server and list what arrived; installs it below target/, with Python, from PyPI.
	@rm -f target/mlflow.md
	@mvn -q -B -ntp -Dstyle.color=never -Dtests.left.out= -Dtest=MlflowServerTest -Dsurefire.failIfNoSpecifiedTests=true test
	@if [ -f target/mlflow.md ]; then cat target/mlflow.md; else grep -h -A 1 '<skipped' target/surefire-reports/TEST-*MlflowServerTest.xml; fi

test-tsne: ## Hold t-SNE against scikit-learn's, which it installs below target/; TRIAL=results/runs/ID takes its gallery as well.
	@rm -f target/tsne.md
	@mvn -q -B -ntp -Dstyle.color=never -Dtests.left.out= -Dtest=TsneAgainstScikitTest -Dtsne.trial=$(TRIAL) -Dsurefire.failIfNoSpecifiedTests=true test
	@if [ -f target/tsne.md ]; then cat target/tsne.md; else grep -h -A 1 '<skipped' target/surefire-reports/TEST-*TsneAgainstScikitTest.xml; fi

# What is measured, with how many threads of the processor, how often, and with which Python for the other side.
SUBJECTS = train epoch loss eval data report
THREADS ?= $(shell getconf _NPROCESSORS_ONLN)
SAMPLES ?= 10
FORMAT ?= text
PYTHON ?= python3
LIBTORCH = $(shell sed -n 's:.*<libtorch.version>\(.*\)</libtorch.version>.*:\1:p' pom.xml | head -n 1)

# A subject after the other, as JSON a document each; what fails does not stop the others, and is named at the end.
MEASURE = trap 'exit 130' INT TERM; failed=; \
	for subject in $(SUBJECTS); do \
	  echo "== psbench bench $$subject" >&2; \
	  ./psbench bench $$subject --threads $(THREADS) --samples $(SAMPLES) --format $(FORMAT) $(1) || failed="$$failed $$subject"; \
	done; \
	if [ -n "$$failed" ]; then echo "make $@: failed:$$failed. What each of them printed says why." >&2; exit 1; fi

bench: ## Measure how fast psbench is here and now: SUBJECTS="train loss", THREADS=2, SAMPLES=10, FORMAT=json; then bench-kernels.
	@$(call MEASURE)
	@$(MAKE) --no-print-directory bench-kernels $(if $(filter json,$(FORMAT)),>&2)

bench-peer: ## The same in turns with PyTorch, with the ratios; PYTHON=python3 is to have it.
	@$(PYTHON) -c 'import torch, torchvision' 2>/dev/null || { \
	  echo "make bench-peer: $(PYTHON) has no PyTorch, or no torchvision. Install them: $(PYTHON) -m pip install torch==$(LIBTORCH)" \
	    "torchvision, which has the libtorch of psbench; or name a Python that has them: make bench-peer PYTHON=..." >&2; exit 2; }
	@$(call MEASURE,--peer '$(PYTHON)')

# With the launcher's options and environment.
bench-kernels: ## Measure losses, retrieval, the pixel cache and the optimiser with JMH; JMH="Sgd -rf json -rff target/jmh.json" goes to JMH.
	@mvn -q -B -ntp -Dstyle.color=never test-compile dependency:build-classpath -Dmdep.outputFile=target/test.classpath
	@eval "$$(grep -E '^(export |options=)' psbench)"; export OMP_NUM_THREADS=$(THREADS); \
	"$${JAVA_HOME:+$$JAVA_HOME/bin/}java" $$options -cp "target/test-classes:target/classes:$$(cat target/test.classpath)" \
	  org.openjdk.jmh.Main $(JMH)

doctor: ## Say whether this machine is ready.
	@./psbench doctor

format: ## Format the code as the build wants it.
	@mvn -q -B spotless:apply

clean: ## Remove what the build made. Results, data and caches stay.
	rm -rf target
