.PHONY: help table1 table2 table4 table5 fig5 convergence pair-cosines sweeps test torture overhead test-mlflow test-tsne doctor format clean

help: ## List these targets.
	@echo 'make TARGET, where TARGET is'
	@awk -F ':.*## ' '/^[a-z0-9-]+:.*## / { printf "  %-13s %s\n", $$1, $$2 }' Makefile

table1: ## Count the data sets that are found, beside Table 1; write and print the table.
	@./psbench data counts experiments/papers/asmr-iccv2021.yaml

table2: ## Train what is missing of Table 2 (quick profile), write and print the table.
	@./psbench run experiments/table2.yaml

table4: ## What pretraining, ASMR and the alignment loss contribute (quick profile).
	@./psbench run experiments/table4.yaml

table5: ## Variants of ASMR (quick profile).
	@./psbench run experiments/table5.yaml

fig5: ## The weights that ASMR learns, as a chart (quick profile).
	@./psbench run experiments/fig5.yaml

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

doctor: ## Say whether this machine is ready.
	@./psbench doctor

format: ## Format the code as the build wants it.
	@mvn -q -B spotless:apply

clean: ## Remove what the build made. Results, data and caches stay.
	rm -rf target
