// Records what the reference implementation (npm package graphql, version 16) says about documents made at random
// over the schema of ValidationSchema.cs. Run by hand when the schema of the tests changes:
//   npm install graphql@16 && node record.js > corpus.jsonl
// One entry was changed to what version 17 says: unknown fields do not count towards the one field of a oneOf input.
// One line per document: its text, and either where its syntax is wrong or which errors validation finds where.
const { parse, validate, buildSchema, specifiedRules } = require('graphql');
const sdl = `
interface Party { name(short: Boolean): String }
interface Registered { number: String }
type Person implements Party { name(short: Boolean): String  email: String  employer: Company  friends(first: Int): [Person!] }
type Company implements Party & Registered { name(short: Boolean): String  number: String  email: [String]  owner: Person }
type Invoice { id: ID!  total: Float  state: State!  holder: Holder  party: Party }
union Holder = Person | Company
enum State { OPEN PAID }
input Filter { minimum: Int!  note: String = "x"  states: [State]  nested: Filter  deep: Boolean! = false }
input Key @oneOf { id: ID  number: Int  filter: Filter }
type Query { party: Party  registered: Registered  holder: Holder  person(id: ID): Person  company: Company  invoice: Invoice
  pick(int: Int, ints: [Int], required: [Int!], float: Float, text: String, flag: Boolean, id: ID, state: State, filter: Filter, key: Key): String
  page(first: Int!, size: Int! = 10): String }
type Mutation { pay(id: ID!): Invoice }
type Subscription { paid: Invoice  opened: Invoice }
directive @purpose(is: String!) on QUERY | MUTATION | SUBSCRIPTION
directive @tag(name: String) repeatable on FIELD | INLINE_FRAGMENT
directive @once on FIELD | FRAGMENT_SPREAD | FRAGMENT_DEFINITION
directive @secret on VARIABLE_DEFINITION
`;
const schema = buildSchema(sdl);
let seed = 7; function rnd(n){ seed = (seed + 0x6D2B79F5) | 0; let t = Math.imul(seed ^ (seed >>> 15), 1 | seed); t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t; return ((t ^ (t >>> 14)) >>> 0) % n; }
const pick = a => a[rnd(a.length)];
const fieldsOf = {Party:['name'],Registered:['number'],Person:['name','email','employer','friends'],Company:['name','number','email','owner'],Invoice:['id','total','state','holder','party'],Holder:['__typename'],Query:['party','registered','holder','person','company','invoice','pick','page'],Mutation:['pay'],Subscription:['paid','opened']};
const typeOf = {employer:'Company',friends:'Person',owner:'Person',holder:'Holder',party:'Party',registered:'Registered',person:'Person',company:'Company',invoice:'Invoice',pay:'Invoice',paid:'Invoice',opened:'Invoice'};
const composites = Object.keys(fieldsOf).slice(0,6);
function value(d){ const k=rnd(14); if(k<2) return '1'; if(k==2) return '"s"'; if(k==3) return 'true'; if(k==4) return 'null'; if(k==5) return pick(['OPEN','PAID','NOPE']); if(k==6) return '1.5'; if(k<9) return '$'+pick(['a','b','c']); if(k==9&&d>0) return '['+Array.from({length:rnd(3)},()=>value(d-1)).join(', ')+']';
 if(d>0) return '{'+Array.from({length:rnd(3)},()=>pick(['minimum','note','states','nested','deep','id','number','filter','nope'])+': '+value(d-1)).join(', ')+'}'; return '2'; }
function good(arg){ return ({id:'"x"',first:'1',size:'2',short:'true',int:'1',ints:'[1]',required:'[1]',float:'1',text:'"x"',flag:'true',state:'OPEN',filter:'{minimum: 1}',key:'{id: "a"}',is:'"p"',name:'"n"','if':'true'})[arg]||'1'; }
function val(arg){ return rnd(12)==0? value(2): rnd(6)==0? '$'+pick(['a','b','c']) : good(arg); }
const argsOf={name:['short'],friends:['first'],person:['id'],pick:['int','ints','required','float','text','flag','id','state','filter','key'],page:['first','size'],pay:['id']};
function args(list){ const n=rnd(3); let out=[]; for(let i=0;i<n;i++){ const a=rnd(15)==0?'nope':pick(list); out.push(a+': '+val(a)); } return out.length? '('+out.join(', ')+')':''; }
function dirs(){ if(rnd(14)) return ''; let s=''; for(let i=0;i<1+rnd(2);i++){ const d=pick(['skip','include','tag','once','purpose','secret','unknown']); s+=' @'+d+(d=='skip'||d=='include'? (rnd(6)?'(if: '+val('if')+')':'') : d=='tag'&&rnd(2)?'(name: '+val('name')+')':d=='purpose'&&rnd(3)?'(is: "x")':''); } return s; }
function sel(type,d){ const k=rnd(12); 
 if(k==0) return '...'+pick(['F','G','H'])+dirs();
 if(k==1&&d>0){ const t=rnd(8)==0?pick(['State','Gone','Filter']):pick(composites); return '... on '+t+dirs()+' '+set(fieldsOf[t]?t:'Person',d-1);}
 if(k==2&&d>0) return '...'+dirs()+' '+set(type,d-1);
 const f=rnd(25)==0?pick(['nope','email','number']):rnd(25)==0?'__typename':pick(fieldsOf[type]);
 const alias=rnd(6)==0?pick(['x','y','name'])+': ':''; const t=typeOf[f];
 const a=argsOf[f]?args(argsOf[f]):rnd(30)==0?'(nope: 1)':'';
 const s=t?(d>0&&rnd(20)?' '+set(t,d-1):''):rnd(40)==0?' { name }':'';
 return alias+f+a+dirs()+s; }
function set(type,d){ return '{ '+Array.from({length:1+rnd(2)},()=>sel(type,d)).join(' ')+' }'; }
function vars(){ if(rnd(2)) return ''; return '('+Array.from({length:1+rnd(3)},()=>'$'+pick(['a','b','c'])+': '+pick(['Int','Int!','[Int]','[Int!]!','String','ID','ID!','Boolean','Boolean!','State','Filter','Key','Key!','Person','Gone'])+(rnd(4)==0?' = '+value(1).replace(/\$\w/g,'null'):'')+(rnd(10)==0?' @secret':'')).join(', ')+')'; }
function op(){ const k=rnd(10); const kind=k<7?'query':k<8?'mutation':'subscription'; const t=kind[0].toUpperCase()+kind.slice(1); const name=rnd(2)?' '+pick(['A','B','C']):''; const v=vars(); if(kind=='query'&&!name&&!v&&rnd(2)) return set('Query',3); return kind+name+(v?(name?'':' ')+v:'')+dirs()+' '+set(t,3); }
function frag(n){ const t=rnd(15)==0?pick(['State','Gone']):pick(composites.concat(['Query'])); return 'fragment '+n+' on '+t+dirs()+' '+set(fieldsOf[t]?t:'Person',2); }
function doc(){ let p=[]; for(let i=0;i<1+(rnd(5)==0?1:0);i++) p.push(op()); for(const n of ['F','G','H']) if(rnd(3)==0) p.push(frag(n)); if(rnd(25)==0) p.push(frag('F')); return p.join(pick(['\n','\n\n',' '])); }
function corrupt(t){ if(rnd(6)) return t; const i=rnd(t.length); const chars=['{','}','(',')','"','$','@','!','[',']',':','=','...','.','-','0','1.','#','\n','"""','\\u','|','&','é']; return rnd(2)? t.slice(0,i)+pick(chars)+t.slice(i): t.slice(0,i)+t.slice(i+1+rnd(3)); }
// Left out: a rule that throws in that version, and names defined twice, where it matters which one counts.
const rules = specifiedRules.filter(r => r.name !== 'SingleFieldSubscriptionsRule');
const places = e => e.locations.map(l => `${l.line}:${l.column}`);
const limits = { syntax: 150, valid: 150, invalid: 500 };
const seen = new Set();
function record(kind, entry) {
  if (limits[kind] > 0 && !seen.has(entry.text)) { seen.add(entry.text); limits[kind]--; console.log(JSON.stringify(entry)); }
}
for (let i = 0; i < 200000 && Object.values(limits).some(left => left > 0); i++) {
  const text = corrupt(doc());
  if (text.length > 300) continue;
  let document;
  try { document = parse(text); } catch (error) { record('syntax', { text, syntax: places(error)[0] }); continue; }
  if (document.definitions.some(d => d.kind !== 'OperationDefinition' && d.kind !== 'FragmentDefinition')) continue;
  const errors = validate(schema, document, rules, { maxErrors: 1000 }).map(e => ({ message: e.message, at: places(e) }));
  if (errors.some(e => e.message.startsWith('There can be only one'))) continue;
  record(errors.length ? 'invalid' : 'valid', { text, errors });
}
