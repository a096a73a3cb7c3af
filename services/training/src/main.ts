import { runService } from '@huiyin/chassis/run-service';
import { readConfig } from './config.ts';
import { composeTraining } from './training.ts';

await runService({ name: 'training', readConfig, compose: composeTraining });
