#ifndef SLUICE_BASE_VERSION_H
#define SLUICE_BASE_VERSION_H

/* "0.1.0" */
extern const char sluice_version[];

#endif
