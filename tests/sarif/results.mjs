/*
 * results.mjs <log.sarif> - what the multitool found, one line each; exit
 * status 1 if a result is an error or the tool itself did not finish. (Its own
 * exit status is 0 whatever it finds.)
 */
import { readFileSync } from "node:fs";

const [run] = JSON.parse(readFileSync(process.argv[2], "utf8")).runs;
const message = (rule, { id, arguments: args = [], text }) =>
	text ?? `${id ?? rule}: ${args.join(" | ")}`;
let failed = !run.invocations.every((i) => i.executionSuccessful);

for (const { ruleId, level = "warning", message: text, locations } of run.results) {
	const at = locations?.[0]?.physicalLocation;
	const line = at?.region?.startLine ?? 0;
	console.error(`${at?.artifactLocation?.uri ?? "?"}:${line}: ${level}: ${message(ruleId, text)} [${ruleId}]`);
	failed ||= level === "error";
}
for (const i of run.invocations)
	for (const n of [...(i.toolExecutionNotifications ?? []), ...(i.toolConfigurationNotifications ?? [])])
		console.error(`multitool: ${n.level ?? "warning"}: ${n.message.text ?? n.message.id}`);
process.exit(failed ? 1 : 0);
