/*
 * sarif_region.h - a finding's place in SARIF's terms
 */
#ifndef SLUICE_REPORT_SARIF_REGION_H
#define SLUICE_REPORT_SARIF_REGION_H

#include <stdint.h>

#include "finding/finding.h"

/* Lines and columns from 1; columns count code points, the end is one past the last. */
struct sarif_region {
	uint32_t start_line, start_column, end_line, end_column;
};

/*
 * Findings count bytes. The bytes before a column are known when the snippet holds
 * its line from the beginning; otherwise the byte column stands.
 */
struct sarif_region sarif_region_of(const struct finding *finding);

#endif
