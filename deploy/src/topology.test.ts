import { describe, expect, it } from 'vitest';
import {
  describeTopology,
  FIRST_EPHEMERAL_PORT,
  peerTarget,
  PROCESS_NAMES,
  usualTarget,
} from './topology.ts';

describe('the topology', () => {
  it('runs ten processes on ports of their own, all below the ephemeral range', () => {
    const topology = describeTopology();

    const ports = [
      ...Object.values(topology.serverPorts),
      ...topology.processes.map((process) => process.port),
    ];

    expect(topology.processes.map((process) => process.service)).toEqual(PROCESS_NAMES);
    expect(new Set(ports).size).toBe(14);
    expect(Math.max(...ports)).toBeLessThan(FIRST_EPHEMERAL_PORT);
  });

  it('shares no port with a topology on the neighbouring base', () => {
    const ports = [15_000, 15_200].flatMap((portBase, index) =>
      describeTopology({ portBase, gatewayPort: 8080 + index, replicas: { archive: 10 } }).processes.map(
        (process) => process.port,
      ),
    );

    expect(new Set(ports).size).toBe(ports.length);
  });

  it('gives callers of a replicated service every address', () => {
    const topology = describeTopology({ replicas: { supervision: 2 } });

    expect(peerTarget(topology, 'supervision')).toBe('ipv4:127.0.0.1:15130,127.0.0.1:15131');
    expect(peerTarget(topology, 'intake')).toBe('127.0.0.1:15110');
  });

  it('knows where a service that was left out would be', () => {
    const topology = describeTopology({ only: ['directory', 'gateway'] });

    expect(peerTarget(topology, 'intake')).toBeUndefined();
    expect(usualTarget(topology, 'intake')).toBe('127.0.0.1:15110');
    expect(usualTarget(topology, 'directory')).toBe('127.0.0.1:15100');
  });

  it('refuses a base that would reach the ephemeral range, and a count of replicas it has no ports for', () => {
    expect(() => describeTopology({ portBase: 32_700 })).toThrow(/below 32768/);
    expect(() => describeTopology({ replicas: { intake: 11 } })).toThrow(/1 to 10/);
  });
});
