/** Where a stack deploys: what its ARNs and hosts are made of. */
export interface Place {
  readonly partition: string;
  readonly region: string;
  readonly account: string;
  readonly urlSuffix: string;
}

/** The partition follows from the region: Beijing and Ningxia are aws-cn. */
export function placeOf(region: string, account: string): Place {
  const china = region.startsWith('cn-');
  return {
    partition: china ? 'aws-cn' : 'aws',
    region,
    account,
    urlSuffix: china ? 'amazonaws.com.cn' : 'amazonaws.com',
  };
}
