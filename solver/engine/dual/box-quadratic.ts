/** Passes of the active-set method; each costs one Cholesky factorisation of the free rows. */
const MOST_PASSES = 80;

/**
 * Minimiser of `g'd + d'Hd / 2` with `lower <= d <= upper`, by an active set: bounds that a free step would break become
 * active, the active bound that pushes hardest is released. `H` is dense, symmetric and positive definite, row-major.
 */
export function minimiseInBox(
  hessian: Float64Array,
  gradient: Float64Array,
  lower: Float64Array,
  upper: Float64Array,
): Float64Array {
  const size = gradient.length;
  const step = new Float64Array(size);
  const bound = new Int8Array(size);
  for (let i = 0; i < size; i++) {
    if (lower[i] === 0 && gradient[i] > 0) bound[i] = -1;
    else if (upper[i] === 0 && gradient[i] < 0) bound[i] = 1;
  }
  for (let pass = 0; pass < MOST_PASSES; pass++) {
    const free: number[] = [];
    for (let i = 0; i < size; i++) {
      if (bound[i] === 0) free.push(i);
      else step[i] = bound[i] < 0 ? lower[i] : upper[i];
    }
    const solved = solveFree(hessian, gradient, step, bound, free);
    let broken = false;
    free.forEach((i, at) => {
      step[i] = solved[at];
      if (step[i] < lower[i] - 1e-14) bound[i] = -1;
      else if (step[i] > upper[i] + 1e-14) bound[i] = 1;
      if (bound[i] !== 0) broken = true;
    });
    if (broken) continue;
    const released = hardestPush(hessian, gradient, step, bound);
    if (released < 0) break;
    bound[released] = 0;
  }
  for (let i = 0; i < size; i++) step[i] = Math.max(lower[i], Math.min(upper[i], step[i]));
  return step;
}

function hardestPush(
  hessian: Float64Array,
  gradient: Float64Array,
  step: Float64Array,
  bound: Int8Array,
): number {
  const size = gradient.length;
  let worst = -1;
  let most = 1e-12;
  for (let i = 0; i < size; i++) {
    if (bound[i] === 0) continue;
    let slope = gradient[i];
    for (let j = 0; j < size; j++) slope += hessian[i * size + j] * step[j];
    const push = bound[i] < 0 ? -slope : slope;
    if (push > most) {
      most = push;
      worst = i;
    }
  }
  return worst;
}

function solveFree(
  hessian: Float64Array,
  gradient: Float64Array,
  step: Float64Array,
  bound: Int8Array,
  free: readonly number[],
): Float64Array {
  const size = gradient.length;
  const count = free.length;
  const matrix = new Float64Array(count * count);
  const right = new Float64Array(count);
  for (let a = 0; a < count; a++) {
    const line = free[a] * size;
    let value = -gradient[free[a]];
    for (let j = 0; j < size; j++) if (bound[j] !== 0) value -= hessian[line + j] * step[j];
    right[a] = value;
    for (let b = 0; b <= a; b++) matrix[a * count + b] = hessian[line + free[b]];
  }
  solveByCholesky(matrix, right);
  return right;
}

/** Solves `A z = right` in place; `A` symmetric positive definite, its lower half is overwritten. */
function solveByCholesky(matrix: Float64Array, right: Float64Array): void {
  const size = right.length;
  for (let i = 0; i < size; i++) {
    const lineI = i * size;
    for (let j = 0; j <= i; j++) {
      const lineJ = j * size;
      let sum = matrix[lineI + j];
      for (let k = 0; k < j; k++) sum -= matrix[lineI + k] * matrix[lineJ + k];
      if (i === j) matrix[lineI + i] = Math.sqrt(Math.max(sum, 1e-300));
      else matrix[lineI + j] = sum / matrix[lineJ + j];
    }
    let sum = right[i];
    for (let k = 0; k < i; k++) sum -= matrix[lineI + k] * right[k];
    right[i] = sum / matrix[lineI + i];
  }
  for (let i = size - 1; i >= 0; i--) {
    let sum = right[i];
    for (let k = i + 1; k < size; k++) sum -= matrix[k * size + i] * right[k];
    right[i] = sum / matrix[i * size + i];
  }
}
