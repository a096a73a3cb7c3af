import { runService } from '@huiyin/chassis/run-service';
import { composeArchive } from './archive.ts';
import { readConfig } from './config.ts';

await runService({ name: 'archive', readConfig, compose: composeArchive });
