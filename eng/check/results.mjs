// Reads a machine-readable test result and says what a person needs: node results.mjs RESULT COUNTS
// Writes "passed failed" to COUNTS, prints every failure with its message. Skipped tests are failures: they prove nothing.
import { readFileSync, writeFileSync } from 'node:fs';

const [resultFile, countsFile] = process.argv.slice(2);

// CTRF, which xunit.v3 writes.
const fromCtrf = (report) =>
  report.results.tests.map((test) => ({
    name: test.name,
    passed: test.status === 'passed',
    message: test.status === 'failed' ? [test.message, test.trace] : [`It was not run: ${test.status}.`, test.message],
  }));

// The reporter "json" of vitest. A file that cannot be loaded is a failed suite without tests.
const fromVitest = (report) =>
  report.testResults.flatMap((suite) =>
    suite.assertionResults.length === 0
      ? [{ name: suite.name, passed: false, message: [suite.message || 'It has no tests.'] }]
      : suite.assertionResults.map((test) => ({
          name: `${suite.name}: ${test.fullName}`,
          passed: test.status === 'passed',
          message: test.status === 'failed' ? test.failureMessages : [`It was not run: ${test.status}.`],
        })),
  );

const isNoise = (line) => /^ +at (System\.|InvokeStub_|Xunit\.)/.test(line);

const indent = (text) =>
  text.trimEnd().split(/\r?\n/).filter((line) => !isNoise(line)).map((line) => `    ${line}`).join('\n');

const report = JSON.parse(readFileSync(resultFile, 'utf8'));
const tests = report.testResults ? fromVitest(report) : fromCtrf(report);
const failures = tests.filter((test) => !test.passed);
writeFileSync(countsFile, `${tests.length - failures.length} ${failures.length}\n`);
for (const { name, message } of failures) {
  console.log(`FAILED ${name}\n${indent(message.filter(Boolean).join('\n'))}`);
}
if (tests.length === 0) {
  console.log('There are no tests, so nothing is proved.');
  process.exitCode = 1;
}
