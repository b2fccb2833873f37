/** Binary heap of integers ordered by a numeric key, smallest key first; grows as it needs to. */
export class MinHeap {
  #keys: Float64Array;
  #values: Int32Array;
  #size = 0;

  /** @param capacity entries reserved at the start. */
  constructor(capacity = 1024) {
    this.#keys = new Float64Array(Math.max(1, capacity));
    this.#values = new Int32Array(Math.max(1, capacity));
  }

  get size(): number {
    return this.#size;
  }

  /** Smallest key; meaningful only while `size > 0`. */
  get minKey(): number {
    return this.#keys[0];
  }

  push(key: number, value: number): void {
    if (this.#size === this.#keys.length) this.#grow();
    const keys = this.#keys;
    const values = this.#values;
    let child = this.#size++;
    while (child > 0) {
      const parent = (child - 1) >> 1;
      if (keys[parent] <= key) break;
      keys[child] = keys[parent];
      values[child] = values[parent];
      child = parent;
    }
    keys[child] = key;
    values[child] = value;
  }

  /** Removes the entry with the smallest key and returns its value; call only while `size > 0`. */
  pop(): number {
    const keys = this.#keys;
    const values = this.#values;
    const top = values[0];
    const size = --this.#size;
    const key = keys[size];
    const value = values[size];
    let parent = 0;
    for (;;) {
      let child = 2 * parent + 1;
      if (child >= size) break;
      if (child + 1 < size && keys[child + 1] < keys[child]) child++;
      if (keys[child] >= key) break;
      keys[parent] = keys[child];
      values[parent] = values[child];
      parent = child;
    }
    keys[parent] = key;
    values[parent] = value;
    return top;
  }

  #grow(): void {
    const keys = new Float64Array(this.#keys.length * 2);
    keys.set(this.#keys);
    this.#keys = keys;
    const values = new Int32Array(this.#values.length * 2);
    values.set(this.#values);
    this.#values = values;
  }
}
