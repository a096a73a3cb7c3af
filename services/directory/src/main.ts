import { runService } from '@huiyin/chassis/run-service';
import { readConfig } from './config.ts';
import { composeDirectory } from './directory.ts';

await runService({ name: 'directory', readConfig, compose: composeDirectory });
