/*
 * gitleaks.h - the rules of a configuration of gitleaks
 */
#ifndef SLUICE_RULE_GITLEAKS_H
#define SLUICE_RULE_GITLEAKS_H

#include "rule/load.h"

/*
 * Reads the TOML of the loader's file, and with it the files that it extends if it is on_disk, into the
 * batch. A rule with something that cannot be kept is unsupported, with the reason; one that
 * would find more than it should is kept as `partial`, so that it only warns.
 */
int gitleaks_load(struct loader *ld, struct batch *batch, struct slice toml, bool on_disk)
	__attribute__((warn_unused_result));

#endif
