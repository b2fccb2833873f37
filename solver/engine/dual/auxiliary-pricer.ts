import type { Pricer } from "./pricer.ts";

/** Prices parcels one way and auxiliary columns, which no factor describes, by their own coefficients. */
export class AuxiliaryPricer implements Pricer {
  readonly #parcels: Pricer;
  readonly #auxiliaries: Pricer;
  readonly #parcelCount: number;

  /** @param parcelCount units below it are parcels. */
  constructor(parcels: Pricer, auxiliaries: Pricer, parcelCount: number) {
    this.#parcels = parcels;
    this.#auxiliaries = auxiliaries;
    this.#parcelCount = parcelCount;
  }

  setPrices(rowDual: Float64Array): void {
    this.#parcels.setPrices(rowDual);
    this.#auxiliaries.setPrices(rowDual);
  }

  profits(unit: number, out: Float64Array): void {
    this.#pricerOf(unit).profits(unit, out);
  }

  clearActivity(): void {
    this.#parcels.clearActivity();
    this.#auxiliaries.clearActivity();
  }

  addActivity(unit: number, column: number, share: number): void {
    this.#pricerOf(unit).addActivity(unit, column, share);
  }

  readActivity(out: Float64Array): void {
    this.#parcels.readActivity(out);
    this.#auxiliaries.readActivity(out);
  }

  #pricerOf(unit: number): Pricer {
    return unit < this.#parcelCount ? this.#parcels : this.#auxiliaries;
  }
}
