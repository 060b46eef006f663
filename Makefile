.PHONY: help table1 table2 test doctor format clean

help: ## List these targets.
	@echo 'make TARGET, where TARGET is'
	@awk -F ':.*## ' '/^[a-z0-9]+:.*## / { printf "  %-8s %s\n", $$1, $$2 }' Makefile

table1: ## Count the data sets that are found, beside Table 1; write and print the table.
	@./psbench data counts experiments/papers/asmr-iccv2021.yaml

table2: ## Train what is missing of Table 2 (quick profile), write and print the table.
	@./psbench run experiments/table2.yaml

test: ## Compile with static checks, run all tests, check the format.
	@bash -c 'set -o pipefail; mvn -B -ntp -Dstyle.color=never verify 2>&1 | .ci/brief'

doctor: ## Say whether this machine is ready.
	@./psbench doctor

format: ## Format the code as the build wants it.
	@mvn -q -B spotless:apply

clean: ## Remove what the build made. Results, data and caches stay.
	rm -rf target
