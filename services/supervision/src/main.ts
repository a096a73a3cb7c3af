import { runService } from '@huiyin/chassis/run-service';
import { readConfig } from './config.ts';
import { composeSupervision } from './supervision.ts';

await runService({ name: 'supervision', readConfig, compose: composeSupervision });
