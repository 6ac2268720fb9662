// Counts for Prometheus, as text. Labels are names of calls and codes, never of people, desks or records.

export type Metrics = {
  count(name: CounterName, labels?: Readonly<Record<string, string>>, by?: number): void;
  /** Seconds one request took. */
  observe(route: string, seconds: number): void;
  /** Everything in Prometheus' text format, version 0.0.4. */
  text(gauges: Readonly<Record<string, number>>): string;
};

const counters = {
  case_desk_requests_total: 'Requests by call and status',
  case_desk_changes_total: 'Changes by verdict',
  case_desk_blob_bytes_total: 'Bytes of attachments received',
  case_desk_connections_lost_total: 'Connections to the database that broke',
  case_desk_background_faults_total: 'Work between requests that failed, and is tried again, by what it was',
} as const;
export type CounterName = keyof typeof counters;

const bounds = [0.005, 0.02, 0.1, 0.5, 2, 10] as const;
type Histogram = { readonly buckets: number[]; sum: number; count: number };

export function createMetrics(): Metrics {
  const values = new Map<CounterName, Map<string, number>>();
  const histograms = new Map<string, Histogram>();
  return {
    count(name, labels = {}, by = 1) {
      const series = values.get(name) ?? new Map<string, number>();
      values.set(name, series);
      const key = labelText(labels);
      series.set(key, (series.get(key) ?? 0) + by);
    },
    observe(route, seconds) {
      const known = histograms.get(route) ?? { buckets: bounds.map(() => 0), sum: 0, count: 0 };
      histograms.set(route, known);
      known.sum += seconds;
      known.count += 1;
      for (const [index, bound] of bounds.entries())
        if (seconds <= bound) known.buckets[index] = (known.buckets[index] ?? 0) + 1;
    },
    text: (gauges) => [...counterLines(values), ...histogramLines(histograms), ...gaugeLines(gauges), ''].join('\n'),
  };
}

function labelText(labels: Readonly<Record<string, string>>): string {
  const parts = Object.entries(labels).map(([name, value]) => `${name}="${value.replaceAll(/["\\\n]/g, '_')}"`);
  return parts.length === 0 ? '' : `{${parts.join(',')}}`;
}

function counterLines(values: ReadonlyMap<CounterName, ReadonlyMap<string, number>>): readonly string[] {
  return [...values].flatMap(([name, series]) => [
    `# HELP ${name} ${counters[name]}`,
    `# TYPE ${name} counter`,
    ...[...series].map(([labels, value]) => `${name}${labels} ${value}`),
  ]);
}

function histogramLines(histograms: ReadonlyMap<string, Histogram>): readonly string[] {
  const name = 'case_desk_request_seconds';
  const lines = [...histograms].flatMap(([route, { buckets, sum, count }]) => [
    ...bounds.map((bound, index) => `${name}_bucket${labelText({ route, le: String(bound) })} ${buckets[index] ?? 0}`),
    `${name}_bucket${labelText({ route, le: '+Inf' })} ${count}`,
    `${name}_sum${labelText({ route })} ${sum}`,
    `${name}_count${labelText({ route })} ${count}`,
  ]);
  return [`# HELP ${name} Seconds by call`, `# TYPE ${name} histogram`, ...lines];
}

function gaugeLines(gauges: Readonly<Record<string, number>>): readonly string[] {
  return Object.entries(gauges).flatMap(([name, value]) => [`# TYPE ${name} gauge`, `${name} ${value}`]);
}
