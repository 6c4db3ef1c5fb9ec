/*
 * schema.mjs <schema.json> <file.sarif> - prints every place where the file
 * departs from the JSON schema; exit status 1 if there is one.
 *
 * Run from a directory whose node_modules has ajv and ajv-formats.
 */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const require = createRequire(process.cwd() + "/");
const Ajv = require("ajv/dist/2020");
const addFormats = require("ajv-formats");

const [schemaPath, path] = process.argv.slice(2);
const ajv = new Ajv({ allErrors: true, strict: false });
addFormats(ajv);
const validate = ajv.compile(JSON.parse(readFileSync(schemaPath, "utf8")));

if (!validate(JSON.parse(readFileSync(path, "utf8")))) {
	for (const { instancePath, message, params } of validate.errors)
		console.error(`${path}: error: ${instancePath || "/"} ${message} ${JSON.stringify(params)}`);
	process.exit(1);
}
