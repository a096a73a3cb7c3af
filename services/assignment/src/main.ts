import { runService } from '@huiyin/chassis/run-service';
import { composeAssignment } from './assignment.ts';
import { readConfig } from './config.ts';

await runService({ name: 'assignment', readConfig, compose: composeAssignment });
