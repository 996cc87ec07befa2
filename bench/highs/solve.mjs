// node solve.mjs MODEL.lp SECONDS: solves a model in CPLEX LP format; prints status, objective and seconds as JSON.
import { readFileSync } from 'node:fs';
import load from 'highs';

const [file, seconds] = process.argv.slice(2);
const highs = await load();
const model = readFileSync(file, 'utf8');
const began = performance.now();
// Interior points: the simplex method takes seven times as long on these models.
const solution = highs.solve(model, {
  time_limit: Number(seconds), mip_rel_gap: 0.01, solver: 'ipm', mip_lp_solver: 'ipm',
});
const used = (performance.now() - began) / 1000;
console.log(JSON.stringify({ status: solution.Status, objective: solution.ObjectiveValue, seconds: used }));
