const seconds = [0.005, 0.025, 0.1, 0.5, 2.5, 10];

type Series = { count: number; sum: number; buckets: number[]; statuses: Map<number, number> };

/** Counts requests by operation, never by URL or person, and writes them as Prometheus text. */
export class Metrics {
  readonly #operations = new Map<string, Series>();

  observe(operation: string, status: number, took: number) {
    const series = this.#operations.get(operation) ?? {
      count: 0,
      sum: 0,
      buckets: seconds.map(() => 0),
      statuses: new Map(),
    };
    this.#operations.set(operation, series);
    series.count += 1;
    series.sum += took;
    for (let i = seconds.length - 1; i >= 0 && took <= seconds[i]!; i -= 1) series.buckets[i]! += 1;
    series.statuses.set(status, (series.statuses.get(status) ?? 0) + 1);
  }

  /** `gauges`: what is there now, by name. */
  text(gauges: Record<string, number>): string {
    const all = [...this.#operations];
    return [
      '# TYPE switchboard_requests_total counter',
      ...all.flatMap(([operation, { statuses }]) =>
        [...statuses].map(
          ([status, count]) => `switchboard_requests_total{operation="${operation}",status="${status}"} ${count}`,
        ),
      ),
      '# TYPE switchboard_request_duration_seconds histogram',
      ...all.flatMap(([operation, series]) => histogram(operation, series)),
      ...Object.entries(gauges).flatMap(([name, value]) => [`# TYPE ${name} gauge`, `${name} ${value}`]),
      '',
    ].join('\n');
  }
}

function histogram(operation: string, { count, sum, buckets }: Series): string[] {
  const name = 'switchboard_request_duration_seconds';
  return [
    ...seconds.map((limit, i) => `${name}_bucket{operation="${operation}",le="${limit}"} ${buckets[i]}`),
    `${name}_bucket{operation="${operation}",le="+Inf"} ${count}`,
    `${name}_sum{operation="${operation}"} ${sum.toFixed(6)}`,
    `${name}_count{operation="${operation}"} ${count}`,
  ];
}
