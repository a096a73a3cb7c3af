import { describe, expect, it } from 'vitest';
import { processesOf, requestsOf } from './metric-rows.ts';

const call = (attributes: Record<string, string>, count: number, p95: number, instance = 'one') => ({
  ...{ service: 'intake', instance, name: 'rpc.server.call.duration', attributes },
  distribution: { count, sum: 1, p50: p95 / 2, p95 },
});

describe('requests', () => {
  it('are one row a method over all replicas, refusals and faults counted apart', () => {
    const method = { 'rpc.method': 'huiyin.intake.v1.IntakeService/Register' };
    const rows = requestsOf([
      call(method, 8, 0.2),
      call(method, 4, 0.1, 'two'),
      call(method, 6, 0.1, 'three'),
      call({ ...method, 'error.type': 'invalid' }, 2, 0.01),
      call({ ...method, 'error.type': 'fault' }, 1, 0.4),
    ]);
    expect(rows).toEqual([
      { service: 'intake', name: 'Register', count: 21, refused: 2, failed: 1, p50: 0.1, p95: 0.4 },
    ]);
  });

  it('name a route by its pattern, and count a 5xx as failed', () => {
    const attributes = { 'http.request.method': 'GET', 'http.route': '/api/v1/cases/:id' };
    const http = { ...call(attributes, 3, 0.1), service: 'gateway', name: 'http.server.request.duration' };
    const failed = { ...http, attributes: { ...attributes, 'http.response.status_code': '503' } };
    expect(requestsOf([http, failed])).toMatchObject([
      { name: 'GET /api/v1/cases/:id', count: 6, refused: 0, failed: 3 },
    ]);
  });
});

describe('processes', () => {
  it('are one row each, with what they do not say left open', () => {
    const gauge = (name: string, value: number, attributes: Record<string, string> = {}) => ({
      ...{ service: 'intake', instance: 'one', name, attributes, value },
    });
    const [row] = processesOf([
      gauge('process.memory.usage', 5),
      gauge('db.client.connection.count', 2, { 'db.client.connection.state': 'used' }),
      gauge('db.client.connection.count', 7, { 'db.client.connection.state': 'idle' }),
    ]);
    expect(row).toMatchObject({ memory: 5, connectionsUsed: 2 });
    expect(row?.withoutOwner).toBeUndefined();
  });
});
