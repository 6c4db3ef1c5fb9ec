/*
 * mask_forms.h - a known secret, written differently
 */
#ifndef SLUICE_FINDING_MASK_FORMS_H
#define SLUICE_FINDING_MASK_FORMS_H

#include "finding/mask.h"

/* Adds bytes that are secret. */
int mask_add_range(struct mask *mask, struct slice bytes, struct err *err)
	__attribute__((warn_unused_result));

/*
 * Adds the places in these bytes where one of the mask's values stands in base64 (of any alignment, also
 * of URLs), in hexadecimal digits or behind escapes.
 */
int mask_forms(struct mask *mask, struct slice bytes, struct err *err) __attribute__((warn_unused_result));

#endif
