/** The words of the language. Every text can be read: what is wrong becomes a token of its own. */
lexer grammar NutshellLexer;

/* A bracket that begins a line or block, or follows one: it neither calls nor indexes anything. */
tokens { LINE_PAREN, LINE_BRACKET }

IMPORT      : 'import' ;
MODEL       : 'model' ;
LAYER       : 'layer' ;
FUN         : 'fun' ;
IF          : 'if' ;
ELSE        : 'else' ;
REPEAT      : 'repeat' ;
RETURN      : 'return' ;
UPDATE      : 'update' ;
YIELD       : 'yield' ;
REQUIRE     : 'require' ;
SCAN        : 'scan' ;
AND         : 'and' ;
OR          : 'or' ;
NOT         : 'not' ;
TRUE        : 'true' ;
FALSE       : 'false' ;
FLOAT       : 'float' ;
DOUBLE      : 'double' ;
INT         : 'int' ;
BOOL        : 'bool' ;
BYTE        : 'byte' ;

/* Words that are names wherever they do not begin what they stand for. */
PARAM       : 'param' ;
STATE       : 'state' ;
CARRY       : 'carry' ;
INIT        : 'init' ;
REGULARIZER : 'regularizer' ;
CONSTRAINT  : 'constraint' ;
INPUT       : 'input' ;
TARGET      : 'target' ;
OUTPUT      : 'output' ;
LOSS        : 'loss' ;
METRIC      : 'metric' ;
WEIGHT      : 'weight' ;
ENTRY       : 'entry' ;
SHARED      : 'shared' ;
REVERSE     : 'reverse' ;
STRING_TYPE : 'string' ;
TUPLE_TYPE  : 'tuple' ;

/* With its bracket, so that `max(a, b)` is a call and `max` a name. */
REDUCTION
    : ('sum' | 'prod' | 'max' | 'min' | 'mean' | 'count' | 'argmax' | 'argmin') '['
    ;

IDENTIFIER  : [a-zA-Z_] [a-zA-Z_0-9]* ;
INTEGER     : '0' | [1-9] [0-9]* ;
DECIMAL     : WHOLE ('.' [0-9]+)? [eE] [+-]? [0-9]+ | WHOLE '.' [0-9]+ ;
STRING      : '"' (~["\\\n] | '\\' ~'\n')* '"' ;

PIPE          : '|>' ;
ELLIPSIS      : '...' ;
EQUAL         : '==' ;
NOT_EQUAL     : '!=' ;
LESS_EQUAL    : '<=' ;
GREATER_EQUAL : '>=' ;
LESS          : '<' ;
GREATER       : '>' ;
ASSIGN        : '=' ;
PLUS          : '+' ;
MINUS         : '-' ;
STAR          : '*' ;
SLASH         : '/' ;
PERCENT       : '%' ;
CARET         : '^' ;
LPAREN        : '(' ;
RPAREN        : ')' ;
LBRACKET      : '[' ;
RBRACKET      : ']' ;
LBRACE        : '{' ;
RBRACE        : '}' ;
COMMA         : ',' ;
COLON         : ':' ;
DOT           : '.' ;

DOCUMENTATION : '///' ~'\n'* -> channel(HIDDEN) ;
LINE_COMMENT  : '//' ~'\n'* -> channel(HIDDEN) ;
BLOCK_COMMENT : OPEN_COMMENT '*'+ '/' -> channel(HIDDEN) ;
SPACE         : [ \t\n]+ -> skip ;

MALFORMED_NUMBER     : '.'? [0-9] [0-9a-zA-Z_.]* ([eE] [+-] [0-9a-zA-Z_.]*)? ;
UNTERMINATED_STRING  : '"' (~["\\\n] | '\\' ~'\n')* '\\'? ;
UNTERMINATED_COMMENT : OPEN_COMMENT '*'* -> channel(HIDDEN) ;
UNKNOWN              : . ;

fragment WHOLE        : '0' | [1-9] [0-9]* ;
fragment OPEN_COMMENT : '/*' (~'*' | '*'+ ~[*/])* ;
